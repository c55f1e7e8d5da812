/**
 * Models that score: judges by likelihood, and their calibration.
 *
 * <p>A judge never writes; it asks a model how likely each of some labels is after a text. Raw likelihoods lean towards
 * some labels whatever the text says, so a tone is judged by a difference that is calibrated on labelled examples. Belongs
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
