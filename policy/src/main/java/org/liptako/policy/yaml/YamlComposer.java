package org.liptako.policy.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;

/** Makes nodes of one file's events. */
final class YamlComposer {

    /** The form of rule files needs fewer than 24; whoever nests deeper wants to exhaust the stack. */
    static final int MOST_LEVELS = 64;

    /** Some 20,000 rules; a node takes a hundred bytes or so. */
    static final int MOST_NODES = 2_000_000;

    private final Iterator<Event> events;
    private final YamlListener listener;
    private int nodes;

    YamlComposer(Iterator<Event> events, YamlListener listener) {
        this.events = events;
        this.listener = listener;
    }

    Optional<YamlNode> file() {
        try {
            events.next(); // the start of the stream
            Event first = events.next();
            if (!(first instanceof DocumentStartEvent document)) {
                listener.mistake(place(first), YamlMistake.EMPTY_FILE);
                return Optional.empty();
            }
            checkDirectives(document);
            YamlNode root = node(events.next(), 1);
            events.next(); // the end of the document
            Event last = events.next();
            if (!(last instanceof StreamEndEvent)) {
                listener.mistake(place(last), YamlMistake.SEVERAL_DOCUMENTS);
            }
            return Optional.of(root);
        } catch (LimitReached limit) {
            listener.mistake(limit.place, limit.mistake, limit.most);
            return Optional.empty();
        }
    }

    private void checkDirectives(DocumentStartEvent document) {
        boolean otherVersion = document.getSpecVersion()
                .filter(version -> version.getMajor() != 1 || version.getMinor() != 2)
                .isPresent();
        // The parser adds the two tag prefixes that every file has.
        boolean ownTags = document.getTags().keySet().stream().anyMatch(tag -> !tag.equals("!") && !tag.equals("!!"));
        if (otherVersion || ownTags) {
            listener.mistake(place(document), YamlMistake.DIRECTIVE);
        }
    }

    private YamlNode node(Event event, int level) throws LimitReached {
        Place place = place(event);
        if (level > MOST_LEVELS) {
            throw new LimitReached(place, YamlMistake.TOO_DEEP, MOST_LEVELS);
        }
        nodes++;
        if (nodes > MOST_NODES) {
            throw new LimitReached(place, YamlMistake.TOO_MANY_NODES, MOST_NODES);
        }
        if (event instanceof AliasEvent alias) {
            listener.mistake(place, YamlMistake.ALIAS, alias.getAlias().getValue());
            return new YamlNode.Broken(place);
        }
        checkProperties((NodeEvent) event, place);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, place);
            case MappingStartEvent map -> mapping(place, level);
            default -> sequence(place, level);
        };
    }

    private void checkProperties(NodeEvent event, Place place) {
        event.getAnchor().ifPresent(anchor -> listener.mistake(place, YamlMistake.ANCHOR, anchor.getValue()));
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        tag.ifPresent(value -> listener.mistake(place, YamlMistake.TAG, value.replace("tag:yaml.org,2002:", "!!")));
    }

    private YamlNode scalar(ScalarEvent event, Place place) {
        String text = event.getValue();
        boolean half = text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (half) {
            listener.mistake(place, YamlMistake.HALF_CHARACTER);
            return new YamlNode.Broken(place);
        }
        if (event.isPlain()) {
            TypographicQuotes.around(text)
                    .ifPresent(quotes ->
                            listener.warning(place, YamlMistake.TYPOGRAPHIC_QUOTES, quotes.first(), quotes.last()));
        }
        return new YamlNode.Scalar(text, place);
    }

    private YamlNode.Sequence sequence(Place place, int level) throws LimitReached {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, level + 1));
        }
        return new YamlNode.Sequence(items, place);
    }

    private YamlNode.Mapping mapping(Place place, int level) throws LimitReached {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            YamlNode key = node(event, level + 1);
            YamlNode value = node(events.next(), level + 1);
            switch (key) {
                case YamlNode.Scalar scalar -> {
                    if (scalar.text().equals("<<")) {
                        listener.mistake(key.place(), YamlMistake.MERGE_KEY);
                    } else {
                        entries.add(new YamlNode.Entry(scalar, value));
                    }
                }
                case YamlNode.Broken broken -> {}
                case YamlNode.Sequence list -> listener.mistake(list.place(), YamlMistake.KEY_NOT_TEXT);
                case YamlNode.Mapping map -> listener.mistake(map.place(), YamlMistake.KEY_NOT_TEXT);
            }
        }
        return new YamlNode.Mapping(entries, place);
    }

    private static Place place(Event event) {
        return event.getStartMark().map(YamlReader::placeOf).orElse(Place.START);
    }

    /** A limit that ends the reading of the file. */
    private static final class LimitReached extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Place place;
        private final transient YamlMistake mistake;
        private final int most;

        LimitReached(Place place, YamlMistake mistake, int most) {
            super(mistake.name());
            this.place = place;
            this.mistake = mistake;
            this.most = most;
        }
    }
}
