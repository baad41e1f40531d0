package org.liptako.node.inquiry;

import static org.liptako.node.inquiry.TrialRegistry.hour;
import static org.liptako.node.inquiry.TrialRegistry.regulator;
import static org.liptako.node.registry.RegistryFixture.HEALTH;
import static org.liptako.node.registry.RegistryFixture.OUAGADOUGOU;
import static org.liptako.node.registry.RegistryFixture.RULES;
import static org.liptako.node.registry.RegistryFixture.SERIAL;
import static org.liptako.node.registry.RegistryFixture.VERSION;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Questions on copies, on real PostgreSQL. */
abstract class InquiryTrial {
    static final Sentence REFUSED = new Sentence("Refusé.", "Refused.");

    final TrialRegistry mali = new TrialRegistry();

    @AfterEach
    void close() {
        mali.close();
    }

    void healthIsSealedInOuagadougou() {
        mali.say(State.ML, new DatasetRecorded(hour(1), RegistryFixture.dataset(HEALTH, 124)));
        mali.say(State.ML, RegistryFixture.granted(hour(1), "REPLICATE"));
        mali.say(State.BF, new ReplicaSealed(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7, false));
        mali.say(State.ML, new ReplicaGiven(hour(4), SERIAL, HEALTH, OUAGADOUGOU, VERSION, 7));
    }

    static PlacementRefused refused(int hour) {
        return new PlacementRefused(
                hour(hour),
                new RequestId("request-2"),
                RegistryFixture.terms("REPLICATE"),
                "DENIED",
                REFUSED,
                RULES,
                null,
                List.of(),
                null,
                null);
    }

    static Dataset classified(String classification) {
        Dataset plain = RegistryFixture.dataset(HEALTH, 124);
        return new Dataset(
                plain.id(),
                plain.home(),
                plain.name(),
                plain.owner(),
                classification,
                plain.categories(),
                plain.personal(),
                plain.strategic(),
                plain.controller(),
                plain.sizeGb(),
                null,
                null);
    }

    List<String> statusesThen(int held, int known) {
        return ask(
                        Question.COPIES_THEN,
                        Map.of(
                                Blank.DATASET, "ML-DS-008",
                                Blank.ON, hour(held).toString(),
                                Blank.KNOWN, hour(known).toString()))
                .page()
                .rows()
                .stream()
                .map(row -> value(row, Column.STATUS))
                .toList();
    }

    List<String> datasets(State reader, Question question, Map<Blank, String> blanks) {
        return mali.ask(regulator(reader), question, blanks).page().rows().stream()
                .map(row -> value(row, Column.DATASET))
                .toList();
    }

    Answer ask(Question question, Map<Blank, String> blanks) {
        return mali.ask(regulator(State.ML), question, blanks);
    }

    static String value(Row row, Column column) {
        return row.cell(column).value();
    }
}
