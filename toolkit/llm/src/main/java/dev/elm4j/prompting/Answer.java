package dev.elm4j.prompting;

/**
 * What a model wrote.
 *
 * @param text as it came, without the stop string
 * @param cutOff whether it ended at the token limit; never so for chats, where that is a failure already
 */
record Answer(String text, boolean cutOff) {}
