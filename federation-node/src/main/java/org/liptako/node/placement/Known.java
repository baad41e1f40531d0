package org.liptako.node.placement;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Registers;
import org.liptako.pki.name.State;

/**
 * What this node's registry says, at one instant, of an operation on a dataset at a place.
 *
 * @param authorisations what the register of each State's authority says; a State that says nothing is absent
 */
public record Known(KnownDataset dataset, KnownPlace place, Map<State, String> authorisations) {

    public Known {
        authorisations = Map.copyOf(authorisations);
    }

    /** What the registers add to a description of the dataset and of the place. */
    public static Known of(Dataset dataset, KnownPlace place, String operation, Registers registers, Instant at) {
        return new Known(
                new KnownDataset(
                        dataset,
                        registers.retentionElapsed(dataset.id(), at),
                        registers.hold(dataset.id(), at),
                        registers.incident(dataset.home(), at),
                        registers
                                .incidentDays(dataset.home(), at)
                                .map(OptionalLong::of)
                                .orElse(OptionalLong.empty()),
                        registers
                                .deadline(
                                        dataset.home(),
                                        dataset.id(),
                                        place.site().id(),
                                        at)
                                .filter(deadline -> !at.isBefore(deadline))
                                .isPresent()),
                place,
                authorisations(registers, dataset.id(), operation, place.site().state(), at));
    }

    /** What the register of each State's authority says; States that say nothing are absent. */
    static Map<State, String> authorisations(
            Registers registers, DatasetId dataset, String operation, Country destination, Instant at) {
        Map<State, String> said = new EnumMap<>(State.class);
        for (State authority : State.values()) {
            Optional<String> status = registers.authorisation(authority, dataset, operation, destination, at);
            status.ifPresent(code -> said.put(authority, code));
        }
        return said;
    }

    Parties parties() {
        return Parties.of(dataset.dataset().home(), place.site().state());
    }
}
