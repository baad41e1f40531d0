package org.liptako.node.exchange.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of files as text: one JSON object a line. A file has {@code path}, {@code size} and {@code mode}, a link {@code path} and
 * {@code link}, an empty directory {@code path} alone; each kind in the manifest's order.
 */
public final class FileListJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private FileListJson() {}

    public static byte[] write(FileList list) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(list, out);
        return out.toByteArray();
    }

    public static void write(FileList list, OutputStream out) throws IOException {
        try (SequenceWriter lines =
                JSON.writerFor(Line.class).withRootValueSeparator("\n").writeValues(out)) {
            for (ManifestFile file : list.files()) {
                lines.write(new Line(file.path().value(), file.size(), file.mode(), null));
            }
            for (ManifestLink link : list.links()) {
                lines.write(new Line(link.path().value(), null, null, link.target()));
            }
            for (ManifestPath directory : list.directories()) {
                lines.write(new Line(directory.value(), null, null, null));
            }
        }
    }

    public static FileList read(byte[] text) throws IOException {
        return read(new ByteArrayInputStream(text));
    }

    public static FileList read(InputStream text) throws IOException {
        List<ManifestLink> links = new ArrayList<>();
        List<ManifestPath> directories = new ArrayList<>();
        try (FileDraft files = new FileDraft();
                MappingIterator<Line> lines = JSON.readerFor(Line.class).readValues(text)) {
            while (lines.hasNext()) {
                Line line = lines.next();
                if (line.path() == null) {
                    throw new JsonMappingException(null, "A line of the list of files has no path.");
                }
                ManifestPath path = new ManifestPath(line.path());
                if (line.size() != null && line.mode() != null) {
                    files.add(new ManifestFile(path, line.size(), line.mode()));
                } else if (line.link() != null) {
                    links.add(new ManifestLink(path, line.link()));
                } else {
                    directories.add(path);
                }
            }
            return new FileList(files.finish(), links, directories);
        }
    }

    @JsonPropertyOrder({"path", "size", "mode", "link"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            @Nullable String path,
            @Nullable Long size,
            @Nullable Integer mode,
            @Nullable String link) {}
}
