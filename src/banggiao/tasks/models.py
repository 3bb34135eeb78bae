"""What the app tasks keeps."""
