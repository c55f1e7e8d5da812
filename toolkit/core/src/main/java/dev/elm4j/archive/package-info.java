/**
 * Where elites live: axes, tessellations of measure space, and the one archive.
 *
 * <p>Belongs here: values and rules about cells, elites and statistics. Does not belong here: anything that proposes or
 * scores a solution, any model, any file. Start with {@link dev.elm4j.archive.Archive}.
 *
 * <p>Read in this order: {@link dev.elm4j.archive.Axis} (a measured dimension), {@link dev.elm4j.archive.Tessellation} (which
 * cell a point is in), {@link dev.elm4j.archive.CellPolicy} (what a cell keeps), {@link dev.elm4j.archive.Archive} (the map),
 * {@link dev.elm4j.archive.Statistics} (its numbers, with formulas and sources). A tessellation of one's own, here rings
 * around the origin:
 *
 * <pre>{@code
 * var rings = new Tessellation() {
 *     public List<Axis> axes() { return List.of(Axis.of("x", -5, 5), Axis.of("y", -5, 5)); }
 *     public int cells() { return 8; }
 *     public int cellOf(double... m) { return (int) Math.min(7, Math.hypot(m[0], m[1])); }
 *     public double[] centre(int cell) { return new double[] {cell + 0.5, 0}; }
 *     public double distance(int a, int b) { return Math.abs(a - b); }
 * };
 * var map = Archive.<String>of(rings);
 * map.add("north", 1, 0, 3);
 * map.elite(0, -3).isPresent();
 * rings.cellOf(3, 4);      // 5
 * }</pre>
 */
package dev.elm4j.archive;
