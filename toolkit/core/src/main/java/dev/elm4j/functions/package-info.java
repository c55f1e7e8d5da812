/**
 * Mathematical problems to test and teach with; no model needed.
 *
 * <p>Belongs here: functions with known answers as environments. Does not belong here: anything slow, or random but by the streams of the context.
 */
package dev.elm4j.functions;
