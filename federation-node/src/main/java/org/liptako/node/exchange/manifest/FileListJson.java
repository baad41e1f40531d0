package org.liptako.node.exchange.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list of files as text: one JSON object a line, in the manifest's order. */
public final class FileListJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private FileListJson() {}

    public static byte[] write(FileList list) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SequenceWriter lines =
                JSON.writerFor(Line.class).withRootValueSeparator("\n").writeValues(out)) {
            for (ManifestFile file : list.files()) {
                lines.write(new Line(file.path().value(), file.size(), file.mode()));
            }
        }
        return out.toByteArray();
    }

    public static FileList read(byte[] text) throws IOException {
        List<ManifestFile> files = new ArrayList<>();
        try (MappingIterator<Line> lines = JSON.readerFor(Line.class).readValues(text)) {
            while (lines.hasNext()) {
                Line line = lines.next();
                files.add(new ManifestFile(new ManifestPath(line.path()), line.size(), line.mode()));
            }
        }
        return new FileList(files);
    }

    @JsonPropertyOrder({"path", "size", "mode"})
    private record Line(String path, long size, int mode) {}
}
