/** Measurements: printed with the name of the processor, never gating a test. */
package dev.elm4j.benchmarks;
