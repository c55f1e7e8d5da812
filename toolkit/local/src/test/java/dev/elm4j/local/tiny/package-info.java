/**
 * How the tiny model in this module's jar was made: a grammar of short opinions, documents in the three formats that a
 * map of opinions needs, a byte-level Llama trained on them from nothing, and its GGUF file.
 *
 * <p>Start with {@link dev.elm4j.local.tiny.TinyModelTraining}; {@link dev.elm4j.local.tiny.TinyModelReport} measures
 * what came out.
 */
package dev.elm4j.local.tiny;
