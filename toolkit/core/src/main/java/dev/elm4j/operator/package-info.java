/**
 * How candidates are proposed: operators make solutions from parents, selections choose the parents, mixtures the
 * operator.
 *
 * <p>Belongs here: the three contracts and the operators that need no model. Does not belong here: scoring, prompts
 * (module llm), the loop. Start with {@link dev.elm4j.operator.Operator}.
 *
 * <p>Each is replaced in a few lines. An operator, a selection and a mixture of one's own:
 *
 * <pre>{@code
 * var reverse = new Operator<String>() {
 *     public String name() { return "reverse"; }
 *     public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
 *         return plans.stream()
 *                 .map(plan -> plan.parents().get(0).solution())
 *                 .map(text -> Proposal.of(new StringBuilder(text).reverse().toString()))
 *                 .toList();
 *     }
 * };
 * var newest = new Selection() {
 *     public String name() { return "newest"; }
 *     public <S> List<Elite<S>> select(Archive<S> archive, int count, SplittableRandom random) {
 *         return archive.elites().stream()
 *                 .sorted(Comparator.comparing((Elite<S> elite) -> -elite.candidate()))
 *                 .limit(count)
 *                 .toList();
 *     }
 * };
 * var greedy = new Mixture() {
 *     public String name() { return "greedy"; }
 *     public int choose(List<Credit> credits, SplittableRandom random) {
 *         var best = Collections.max(credits, Comparator.comparing(Credit::mean));
 *         return credits.indexOf(best);
 *     }
 * };
 * newest.select(archive, 2, random).size();
 * greedy.choose(List.of(new Credit(10, 1, 0), new Credit(10, 2, 0)), random);      // 1
 * }</pre>
 */
package dev.elm4j.operator;
