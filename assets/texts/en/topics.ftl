# The view of topics, and what the inspector says of a topic.
