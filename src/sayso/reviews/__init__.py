"""What people judge, laid over what was read: claims accepted, rejected, corrected, added; events merged and split; sources graded."""
