/**
 * Mathematical problems to test and teach with; no model needed.
 *
 * <p>Belongs here: functions with known answers as environments. Does not belong here: anything random or slow.
 */
package dev.elm4j.functions;
