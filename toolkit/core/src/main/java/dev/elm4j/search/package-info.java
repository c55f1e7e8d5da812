/**
 * The loop: plans, proposes, evaluates and commits candidates, the same at any number of threads.
 *
 * <p>Belongs here: the search with its verbs, strategies, budget, stop rules, progress, listeners, and the port to a
 * recorder. Does not belong here: files (package journal), displays, models. Start with {@link dev.elm4j.search.Search}.
 *
 * <p>To understand a run, read in this order: {@code Plans} (what is planned ahead, and when it is drawn), {@code Loop} (who
 * works on what, and when it is committed), {@code Book} (how what came of it is judged), {@link dev.elm4j.search.Ledger}
 * (what follows from it) and {@code Replay} (how a journal becomes a run again). A strategy and a stop rule of one's own:
 *
 * <pre>{@code
 * var climber = new Strategy() {      // parents are the best elite, always
 *     public String name() { return "hill climber"; }
 *     public <S> Breeding<S> begin(Archive<S> archive, List<S> seeds) {
 *         return (operator, random) -> archive.isEmpty()
 *                 ? List.of(Parent.ofSeed(0, seeds.get(0)))
 *                 : List.of(Parent.of(archive.best()));
 *     }
 * };
 * StopRule patience = (progress, elapsed) ->
 *         progress.failures() > 100 ? Optional.of("More than 100 candidates failed.") : Optional.empty();
 * var climb = Search.of(Functions.sphere(10)).operators(Gaussian.of(0.5)).strategy(climber).until(patience);
 * climb.run(100).committed();      // 100
 * }</pre>
 */
package dev.elm4j.search;
