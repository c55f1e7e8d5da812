package dev.elm4j.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes SafeTensors files for the tests, straight from the format's description and without any code of the reader. */
final class SafeTensorsWriter {

    private final List<Stored> tensors = new ArrayList<>();

    private record Stored(String name, String dtype, String shape, byte[] bytes) {}

    /** @param shape the fastest dimension first */
    SafeTensorsWriter add(String name, String dtype, long[] shape, byte[] bytes) {
        List<String> slowest = new ArrayList<>();
        for (int d = shape.length - 1; d >= 0; d--) {
            slowest.add(Long.toString(shape[d]));
        }
        tensors.add(new Stored(name, dtype, String.join(",", slowest), bytes));
        return this;
    }

    /** One file for 1, else so many shards and their index. */
    void write(Path folder, int shards) throws IOException {
        if (shards == 1) {
            Files.write(folder.resolve("model.safetensors"), bytes(tensors));
            return;
        }
        List<String> map = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            String file = "model-%05d-of-%05d.safetensors".formatted(shard + 1, shards);
            List<Stored> part = new ArrayList<>();
            for (int i = shard; i < tensors.size(); i += shards) {
                part.add(tensors.get(i));
                map.add("\"%s\": \"%s\"".formatted(tensors.get(i).name(), file));
            }
            Files.write(folder.resolve(file), bytes(part));
        }
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"metadata\": {}, \"weight_map\": {" + String.join(", ", map) + "}}");
    }

    byte[] bytes() {
        return bytes(tensors);
    }

    private static byte[] bytes(List<Stored> tensors) {
        long[] offset = new long[1];
        String header = tensors.stream()
                .map(tensor -> {
                    long start = offset[0];
                    offset[0] += tensor.bytes().length;
                    return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                            .formatted(tensor.name(), tensor.dtype(), tensor.shape(), start, offset[0]);
                })
                .collect(Collectors.joining(",", "{\"__metadata__\":{\"format\":\"pt\"},", "}"));
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.writeBytes(text);
        tensors.forEach(tensor -> out.writeBytes(tensor.bytes()));
        return out.toByteArray();
    }
}
