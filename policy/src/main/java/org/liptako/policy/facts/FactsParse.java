package org.liptako.policy.facts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Nearest;
import org.liptako.policy.vocabulary.Vocabulary;

/** The reading of one document: token by token into the builder, to the end whatever mistakes it meets. */
final class FactsParse {

    private static final String AT = "at";

    private final JsonParser json;
    private final FactsBuilder builder;
    private final Vocabulary vocabulary;
    private final Set<String> seenGroups = HashSet.newHashSet(8);
    private long seenFacts;
    private boolean seenAt;

    FactsParse(JsonParser json, FactsBuilder builder, Vocabulary vocabulary) {
        this.json = json;
        this.builder = builder;
        this.vocabulary = vocabulary;
    }

    /** Reads the object whose opening brace is the current token, up to its closing brace. */
    void object(FactTree.Group group) throws IOException {
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals(AT) && group.path().isEmpty()) {
                instant(value);
                continue;
            }
            switch (group.children().get(key)) {
                case null -> unknownKey(group.code(key));
                case FactTree.Group inner -> group(inner, value);
                case FactTree.Leaf leaf -> fact(leaf.fact(), value);
            }
        }
    }

    private void instant(JsonToken value) throws IOException {
        if (seenAt) {
            builder.mistake(AT, () -> FactsMessages.duplicateKey(AT));
        }
        seenAt = true;
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        Instant at = value == JsonToken.VALUE_STRING ? InstantText.parse(json.getText()) : null;
        if (at == null) {
            builder.mistake(AT, FactsMessages::instantMalformed);
            json.skipChildren();
        } else {
            builder.at(at);
        }
    }

    private void unknownKey(String code) throws IOException {
        String written = CodePoints.writable(code);
        builder.mistake(
                written,
                () -> vocabulary.fact(written).isPresent()
                        ? FactsMessages.dottedKey(written)
                        : FactsMessages.unknownKey(
                                written,
                                Nearest.to(
                                                written,
                                                vocabulary.facts().stream()
                                                        .map(Fact::code)
                                                        .toList())
                                        .orElse(null)));
        json.skipChildren();
    }

    private void group(FactTree.Group group, JsonToken value) throws IOException {
        if (!seenGroups.add(group.path())) {
            builder.mistake(group.path(), () -> FactsMessages.duplicateKey(group.path()));
        }
        if (value == JsonToken.START_OBJECT) {
            object(group);
        } else if (value != JsonToken.VALUE_NULL) {
            builder.mistake(group.path(), () -> FactsMessages.groupExpected(group.path()));
            json.skipChildren();
        }
    }

    private void fact(Fact fact, JsonToken value) throws IOException {
        long bit = 1L << fact.ordinal();
        if ((seenFacts & bit) != 0) {
            builder.mistake(fact.code(), () -> FactsMessages.duplicateKey(fact.code()));
        }
        seenFacts |= bit;
        switch (value) {
            case VALUE_NULL -> {}
            case VALUE_STRING -> builder.set(fact, json.getText());
            case VALUE_TRUE -> builder.set(fact, true);
            case VALUE_FALSE -> builder.set(fact, false);
            case VALUE_NUMBER_INT -> number(fact);
            case START_ARRAY -> array(fact);
            case VALUE_NUMBER_FLOAT, START_OBJECT -> {
                builder.wrongType(fact);
                json.skipChildren();
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + value);
        }
    }

    private void number(Fact fact) throws IOException {
        switch (json.getNumberType()) {
            case INT, LONG -> builder.set(fact, json.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> builder.wrongType(fact);
        }
    }

    private void array(Fact fact) throws IOException {
        boolean isSet = fact.type().isSet();
        long members = 0;
        if (!isSet) {
            builder.wrongType(fact);
        }
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            if (item == JsonToken.VALUE_STRING && isSet) {
                members |= builder.memberBit(fact, json.getText());
            } else {
                builder.wrongType(fact);
                json.skipChildren();
            }
        }
        if (isSet) {
            builder.setMembers(fact, members);
        }
    }
}
