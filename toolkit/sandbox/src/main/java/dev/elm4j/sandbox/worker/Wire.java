package dev.elm4j.sandbox.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames to and from the supervisor: {@code u32} number of fields, then {@code u32} length and bytes of each, big-endian.
 *
 * <p>One thread reads and one thread writes.
 */
final class Wire {

    private static final int FIELDS = 1 << 16;
    private static final int FIELD_BYTES = 64 << 20;

    private final DataInputStream in;
    private final OutputStream out;

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 15));
        this.out = out;
    }

    /**
     * The socket that is descriptor 0 and carries both directions; programs see an empty {@code System.in} from then on.
     * Descriptors 1 and 2 stay the program's own, so that nothing it prints can be taken for an answer.
     */
    static Wire onDescriptorZero() {
        Wire wire = new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.in));
        System.setIn(InputStream.nullInputStream());
        return wire;
    }

    /** The next frame, or null where the other side has closed. */
    List<byte[]> read() throws IOException {
        int count;
        try {
            count = in.readInt();
        } catch (EOFException closed) {
            return null;
        }
        List<byte[]> fields = new ArrayList<>(between(count, FIELDS, "number of fields"));
        for (int i = 0; i < count; i++) {
            byte[] field = new byte[between(in.readInt(), FIELD_BYTES, "length of a field")];
            in.readFully(field);
            fields.add(field);
        }
        return fields;
    }

    /** Reads what comes until the other side closes. */
    void drain() throws IOException {
        byte[] part = new byte[1 << 12];
        while (in.read(part) >= 0) {
            // not looked at
        }
    }

    /** Sends one frame in one write; fields are texts (UTF-8) or bytes. */
    void write(Object... fields) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(256);
        DataOutputStream data = new DataOutputStream(frame);
        data.writeInt(fields.length);
        for (Object field : fields) {
            byte[] bytes = field instanceof byte[] raw ? raw : ((String) field).getBytes(StandardCharsets.UTF_8);
            data.writeInt(bytes.length);
            data.write(bytes, 0, bytes.length);
        }
        frame.writeTo(out);
    }

    /** A field as text. */
    static String text(byte[] field) {
        return new String(field, StandardCharsets.UTF_8);
    }

    private static int between(int number, int most, String name) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("the " + name + " must be between 0 and " + most + ", but is " + number);
        }
        return number;
    }
}
