/**
 * Models that score: judges by likelihood, by rating and by distance, and how well they agree with people.
 *
 * <p>A {@link dev.elm4j.judge.Judge} turns texts into numbers, and says of each how far it can be trusted, or why there is
 * none: by how likely a model holds some labels after a text ({@link dev.elm4j.judge.Share}, {@link dev.elm4j.judge.Grade},
 * {@link dev.elm4j.judge.Tone}), by asking any chat model ({@link dev.elm4j.judge.Rating}), or by how near it lies to other
 * texts ({@link dev.elm4j.judge.Anchors}). Every model leans to some answers whatever the text says: correct it by a reference
 * batch, and measure it on texts that people scored ({@link dev.elm4j.judge.JudgeReport}) before a map is made of it. Belongs
 * here: what turns texts into numbers by a model. Does not belong here: prompts for variation, problem families. Start with
 * {@link dev.elm4j.judge.LikelihoodJudge}.
 *
 * <pre>{@code
 * var questions = LikelihoodJudge.of("sentiment", template, " positive", " negative");
 * var sentiment = Tone.calibrated(questions, model, examples);
 * sentiment.judge("The soup was cold.");   // near -1: a harsh sentence
 * }</pre>
 */
package dev.elm4j.judge;
