package dev.elm4j.sandbox.worker;

import java.util.Map;

/**
 * The loader of a program's classes: they see the JDK and themselves, and none of the worker's, whatever they are called.
 */
final class ProgramClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    ProgramClasses(Map<String, byte[]> classes) {
        super(ClassLoader.getPlatformClassLoader());
        this.classes = classes;
    }

    /** Whether the program itself has a class of that name. */
    boolean has(String name) {
        return classes.containsKey(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
