"""What people see: lines of styled text, drawn with rich."""
