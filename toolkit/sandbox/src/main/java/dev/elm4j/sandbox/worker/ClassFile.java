package dev.elm4j.sandbox.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says of itself: its methods, and everything of other classes that it names (Java Virtual Machine
 * Specification, chapter 4, {@code https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html}). Names have
 * slashes.
 *
 * @param name of the class
 * @param superName of the class above
 * @param access flags of the class
 * @param methods that it declares
 * @param types that it names, arrays without their brackets
 * @param members of classes that it uses
 */
record ClassFile(
        String name, String superName, int access, List<Member> methods, List<String> types, List<Member> members) {

    static final int PUBLIC = 0x1;
    static final int STATIC = 0x8;
    static final int NATIVE = 0x100;

    /** A field or method of a class; access is 0 where it is only used. */
    record Member(String owner, String name, String descriptor, int access) {
        boolean is(int flag) {
            return (access & flag) != 0;
        }
    }

    static ClassFile read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipBytes(8); // magic number and version
            return read(in, ConstantPool.read(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken); // the compiler wrote it
        }
    }

    private static ClassFile read(DataInputStream in, ConstantPool pool) throws IOException {
        int access = in.readUnsignedShort();
        String name = pool.type(in.readUnsignedShort());
        String superName = pool.type(in.readUnsignedShort());
        in.skipBytes(2 * in.readUnsignedShort()); // interfaces are in the pool
        members(in, pool, name);
        return new ClassFile(name, superName, access, members(in, pool, name), pool.types(), pool.members());
    }

    private static List<Member> members(DataInputStream in, ConstantPool pool, String owner) throws IOException {
        List<Member> members = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int access = in.readUnsignedShort();
            String name = pool.text(in.readUnsignedShort());
            String descriptor = pool.text(in.readUnsignedShort());
            members.add(new Member(owner, name, descriptor, access));
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.readUnsignedShort();
                in.skipBytes(in.readInt());
            }
        }
        return members;
    }
}
