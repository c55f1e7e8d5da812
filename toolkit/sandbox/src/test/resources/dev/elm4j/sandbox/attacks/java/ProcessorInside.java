// tries: an annotation processor that runs while it is compiled
// honest: VALID, SYNTAX_ERROR, LOAD_ERROR
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("*")
public final class ProcessorInside extends AbstractProcessor {
    @Override
    public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
        Runtime.getRuntime().halt(3);
        return true;
    }

    public static String run(Map<String, Object> bait) {
        return "was not run by the compiler";
    }
}
