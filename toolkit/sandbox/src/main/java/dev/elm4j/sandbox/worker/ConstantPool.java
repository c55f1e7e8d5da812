package dev.elm4j.sandbox.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The constants of a class file (Java Virtual Machine Specification 4.4). */
final class ConstantPool {

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private final int[] tags;
    private final int[] first;
    private final int[] second;
    private final String[] texts;

    private ConstantPool(int count) {
        tags = new int[count];
        first = new int[count];
        second = new int[count];
        texts = new String[count];
    }

    static ConstantPool read(DataInputStream in) throws IOException {
        ConstantPool pool = new ConstantPool(in.readUnsignedShort());
        for (int i = 1; i < pool.tags.length; i++) {
            pool.tags[i] = in.readUnsignedByte();
            pool.constant(i, in);
            if (pool.tags[i] == 5 || pool.tags[i] == 6) {
                i++; // long and double take two places
            }
        }
        return pool;
    }

    private void constant(int i, DataInputStream in) throws IOException {
        switch (tags[i]) {
            case UTF8 -> texts[i] = in.readUTF();
            case 3, 4 -> in.skipBytes(4);
            case 5, 6 -> in.skipBytes(8);
            case CLASS, 8, METHOD_TYPE, 19, 20 -> first[i] = in.readUnsignedShort();
            case FIELD, 10, INTERFACE_METHOD, NAME_AND_TYPE, 17, 18 -> {
                first[i] = in.readUnsignedShort();
                second[i] = in.readUnsignedShort();
            }
            case 15 -> in.skipBytes(3); // what a method handle refers to is itself in the pool
            default -> throw new IOException("unknown constant " + tags[i]);
        }
    }

    String text(int index) {
        return texts[index];
    }

    /** The name of the class at that index; empty for index 0. */
    String type(int index) {
        return index == 0 ? "" : texts[first[index]];
    }

    /** All classes that are named: as such, and in the types of members. */
    List<String> types() {
        Set<String> types = new LinkedHashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == CLASS) {
                String name = type(i);
                if (name.startsWith("[")) {
                    described(name, types);
                } else {
                    types.add(name);
                }
            } else if (tags[i] == NAME_AND_TYPE) {
                described(texts[second[i]], types);
            } else if (tags[i] == METHOD_TYPE) {
                described(texts[first[i]], types);
            }
        }
        return new ArrayList<>(types);
    }

    private static void described(String descriptor, Set<String> types) {
        for (int start = descriptor.indexOf('L'); start >= 0; start = descriptor.indexOf('L', start)) {
            int end = descriptor.indexOf(';', start);
            types.add(descriptor.substring(start + 1, end));
            start = end;
        }
    }

    /** All fields and methods that are used, those of method handles too. */
    List<ClassFile.Member> members() {
        List<ClassFile.Member> members = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
                int member = second[i];
                members.add(new ClassFile.Member(type(first[i]), texts[first[member]], texts[second[member]], 0));
            }
        }
        return members;
    }
}
