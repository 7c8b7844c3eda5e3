"""The public pages around the web chat: topics to read, notices, credits, and the widget for other sites."""
