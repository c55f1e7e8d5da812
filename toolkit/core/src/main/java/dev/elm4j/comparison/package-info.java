/**
 * Compares searches: arms by seeds at a matched budget, with intervals, a rank test and an effect size.
 *
 * <p>Belongs here: what runs several searches and what is said of them together. Does not belong here: one run and its
 * progress (package search), pictures. Start with {@link dev.elm4j.comparison.Comparison}.
 */
package dev.elm4j.comparison;
