/**
 * The opinions domain of QDAIF in miniature: one-sentence opinions, measured by length and sentiment.
 *
 * <p>Belongs here: this family's environment, its prompts, seeds and calibration. Start with
 * {@link dev.elm4j.environments.opinions.Opinions}.
 *
 * @see <a href="https://arxiv.org/abs/2310.13032">Bradley 2023, Quality-Diversity through AI Feedback</a>
 */
package dev.elm4j.environments.opinions;
