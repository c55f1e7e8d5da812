import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.jni.LibUtils;

/** Unpacks the native libraries of PyTorch and of the tokenizers into DJL's folder, so that no cell waits for it. */
final class UnpackEngine {

    private UnpackEngine() {}

    public static void main(String[] arguments) {
        LibUtils.checkStatus();
        try (var memory = Engine.getEngine("PyTorch").newBaseManager()) {
            System.out.println(memory.ones(new ai.djl.ndarray.types.Shape(1)).getDevice() + " is ready");
        }
    }
}
