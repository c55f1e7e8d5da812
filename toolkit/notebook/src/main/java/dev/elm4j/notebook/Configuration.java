package dev.elm4j.notebook;

import dev.elm4j.archive.Tessellation;
import dev.elm4j.operator.Operator;
import dev.elm4j.search.Budget;
import dev.elm4j.search.Setup;
import java.util.List;

/** What two setups must have in common to be one run: all but the name, with environment and operators by their names. */
record Configuration(
        String environment,
        List<String> operators,
        Tessellation tessellation,
        Budget budget,
        long seed,
        int batch,
        int window) {

    static Configuration of(Setup<?> setup) {
        var environment = setup.environment();
        return new Configuration(
                environment.name() + " " + environment.version(),
                setup.operators().stream().map(Operator::name).toList(),
                setup.tessellation(),
                setup.budget(),
                setup.seed(),
                setup.batch(),
                setup.window());
    }
}
