package org.liptako.node.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.placement.JudgementStatement;
import org.liptako.node.placement.JudgingMeans;
import org.liptako.node.wire.Sentence;

/** What came of judging a decision again, as a line of JSON. */
public final class ReplayDocument {
    private ReplayDocument() {}

    /** One document on one line. */
    public static String of(Replay replay) {
        return document(replay).toString();
    }

    /** The same, with why the decision is what it is. */
    public static String of(Replay replay, List<Sentence> why) {
        ObjectNode document = document(replay);
        ArrayNode lines = document.putArray("why");
        why.forEach(line -> words(lines.addObject(), line));
        return document.toString();
    }

    private static ObjectNode document(Replay replay) {
        DecisionRecord record = replay.record();
        ObjectNode document = JournalJson.mapper().createObjectNode();
        document.put("kind", record.kind());
        document.put("request", record.request().value());
        document.put("serial", record.serial().map(serial -> serial.value()).orElse(null));
        document.put("at", record.at().toString());
        document.put("result", replay.result().name());
        Said home = record.home();
        if (home != null) {
            means(document.putObject("judged"), home.content());
        }
        ArrayNode flaws = document.putArray("flaws");
        replay.flaws().forEach(flaw -> words(flaws.addObject().put("field", flaw.field()), flaw.words()));
        ArrayNode documents = document.putArray("documents");
        replay.retried().forEach(retried -> add(documents.addObject().put("field", retried.field()), retried));
        return document;
    }

    private static void means(ObjectNode judged, JudgementStatement home) {
        judged.put("engine", home.engine());
        judged.put("rule_set", home.ruleSet().hex());
        JudgingMeans means = home.means();
        if (means != null) {
            judged.put("software", means.software());
            judged.put("vocabulary_version", means.vocabularyVersion());
            judged.put("vocabulary", means.vocabulary().hex());
        }
    }

    private static void add(ObjectNode document, Retried retried) {
        switch (retried) {
            case Retried.Same same -> document.put("engine", same.engine()).put("result", "SAME");
            case Retried.Different different -> {
                document.put("engine", different.engine()).put("result", "DIFFERENT");
                document.putObject("first_difference")
                        .put("field", different.first().field())
                        .put("recorded", different.first().recorded())
                        .put("again", different.first().again());
            }
            case Retried.NotPossible not -> words(document.put("result", "NOT_REPLAYED"), not.words());
        }
    }

    private static void words(ObjectNode document, Sentence words) {
        document.put("fr", words.fr()).put("en", words.en());
    }
}
