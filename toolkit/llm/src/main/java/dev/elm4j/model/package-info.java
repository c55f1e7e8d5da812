/**
 * The ports to language models, and the metered ways through them.
 *
 * <p>Chat models are langchain4j's {@code ChatModel}; what a model in the kernel can do besides (continue a text, tell
 * how likely a completion is, many at once) has small ports here. Belongs here: ports, exchanges, decorators, the
 * scripted model, HTTP. Does not belong here: prompts (packages prompting and judge), the model in the kernel (module
 * local).
 */
package dev.elm4j.model;
