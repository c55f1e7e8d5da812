/**
 * What every model and every operator must keep, as tests to extend.
 *
 * <pre>{@code
 * class MyModelTest extends LikelihoodModelContract {
 *     @Override
 *     protected LikelihoodModel model() {
 *         return new MyModel();
 *     }
 * }
 * }</pre>
 */
package dev.elm4j.contract;
