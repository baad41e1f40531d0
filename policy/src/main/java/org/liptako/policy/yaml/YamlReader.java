package org.liptako.policy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.liptako.policy.vocabulary.Bilingual;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML file into nodes with places, and tells a listener of every mistake. Thread-safe. */
public final class YamlReader {

    /** The root node; empty if the file could not be read to its end, which the listener then knows. */
    public Optional<YamlNode> read(byte[] bytes, YamlListener listener) {
        return decode(bytes, listener).flatMap(text -> compose(text, listener));
    }

    private static Optional<String> decode(byte[] bytes, YamlListener listener) {
        Optional<Bilingual> other = OtherFormat.of(bytes);
        if (other.isPresent()) {
            listener.mistake(Place.START, YamlMistake.OTHER_FORMAT, other.get());
            return Optional.empty();
        }
        if (isUtf16(bytes)) {
            listener.mistake(Place.START, YamlMistake.UTF_16);
            return Optional.empty();
        }
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            listener.mistake(placeOf(text, text.length()), YamlMistake.NOT_UTF_8);
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            listener.mistake(Place.START, YamlMistake.BYTE_ORDER_MARK);
            return Optional.empty();
        }
        OptionalInt unprintable = firstUnprintable(text);
        if (unprintable.isPresent()) {
            int index = unprintable.getAsInt();
            listener.mistake(placeOf(text, index), YamlMistake.UNPRINTABLE, "%04X".formatted(text.codePointAt(index)));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** By its byte order mark, in either order; neither byte is ever part of UTF-8. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static Optional<YamlNode> compose(String text, YamlListener listener) {
        try {
            Iterator<Event> events = new Parse(settings(text)).parseString(text).iterator();
            return new YamlComposer(events, listener).file();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlReader::placeOf)
                    .orElse(Place.START);
            listener.mistake(
                    place, YamlMistake.NOT_YAML, YamlProblem.of(e.getProblem()).wording());
        } catch (YamlEngineException e) {
            listener.mistake(Place.START, YamlMistake.NOT_YAML, YamlProblem.OTHER.wording());
        }
        return Optional.empty();
    }

    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                // The caller has bounded the bytes.
                .setCodePointLimit(Integer.MAX_VALUE)
                // One window for the whole text: where windows meet, the parser breaks on a surrogate pair.
                .setBufferSize(text.length() + 1)
                .build();
    }

    static Place placeOf(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static OptionalInt firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static Place placeOf(String text, int index) {
        int line = 1
                + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        int lineStart = text.lastIndexOf('\n', index - 1) + 1;
        return new Place(line, text.codePointCount(lineStart, index) + 1);
    }
}
