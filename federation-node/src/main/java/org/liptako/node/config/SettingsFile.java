package org.liptako.node.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A configuration file as flat keys and texts, every key known. A value that is left empty counts as absent. */
final class SettingsFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    static SettingsFile read(Path file) {
        SettingsFile settings = new SettingsFile(file);
        settings.flatten("", settings.tree());
        return settings;
    }

    private JsonNode tree() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("le fichier dépasse 1 Mio", "the file is over 1 MiB");
            }
            try (MappingIterator<JsonNode> documents =
                    YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
                JsonNode tree = documents.hasNext() ? documents.next() : YAML.createObjectNode();
                if (documents.hasNext()) {
                    throw refused("il y a plus d'un document YAML", "there is more than one YAML document");
                }
                return tree;
            }
        } catch (JsonProcessingException malformed) {
            throw refused(
                    "ce n'est pas du YAML : " + malformed.getOriginalMessage(),
                    "it is not YAML: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw refused("le fichier est illisible", "the file cannot be read");
        }
    }

    private void flatten(String key, JsonNode node) {
        if (node.isContainerNode() && !key.isEmpty() && !SettingsKeys.isAbove(key)) {
            throw refused("la clé « " + key + " » est inconnue : ôtez-la", "the key " + key + " is unknown: remove it");
        } else if (node.isObject()) {
            node.properties()
                    .forEach(child ->
                            flatten(key.isEmpty() ? child.getKey() : key + "." + child.getKey(), child.getValue()));
        } else if (node.isArray()) {
            for (int item = 0; item < node.size(); item++) {
                flatten(key + "[" + item + "]", node.get(item));
            }
        } else if (!SettingsKeys.knows(key)) {
            throw refused("la clé « " + key + " » est inconnue : ôtez-la", "the key " + key + " is unknown: remove it");
        } else if (!node.isNull() && values.put(key, node.asText()) != null) {
            throw refused("la clé « " + key + " » est donnée deux fois", "the key " + key + " is given twice");
        }
    }

    /** How many items the list has, by the highest number that a key bears. */
    int items(String list) {
        return values.keySet().stream()
                        .map(key -> key.replaceFirst("^" + Pattern.quote(list) + "\\[(\\d{1,9})].*", "$1"))
                        .filter(number -> number.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(-1)
                + 1;
    }

    boolean has(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String required(String key) {
        return optional(key)
                .orElseThrow(() -> refused(
                        "la clé « " + key + " » manque : ajoutez-la", "the key " + key + " is missing: add it"));
    }

    /** A value as its type; what the type refuses is told with the key. */
    <T> T required(String key, Function<String, T> type) {
        return typed(key, required(key), type);
    }

    <T> T orElse(String key, T absent, Function<String, T> type) {
        return optional(key).map(text -> typed(key, text, type)).orElse(absent);
    }

    private <T> T typed(String key, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw refused(
                    "la clé « %s » ne peut valoir « %s » : %s".formatted(key, text, wrong.getMessage()),
                    "the key %s cannot be \"%s\": %s".formatted(key, text, wrong.getMessage()));
        }
    }

    ConfigException refused(String french, String english) {
        return new ConfigException(
                "Configuration " + file + " : " + french + ".", "Configuration " + file + ": " + english + ".");
    }
}
