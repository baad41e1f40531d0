package org.liptako.node.placement;

import java.time.Instant;
import java.util.Map;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Asks the registry for all that judging a placement needs. Thread-safe. */
class Knowledge {
    private final Registry registry;
    private final Registers registers;

    Knowledge(Registry registry, Registers registers) {
        this.registry = registry;
        this.registers = registers;
    }

    /**
     * What is known of an operation on a dataset at a place.
     *
     * @throws Failure NOT_KNOWN if nobody has recorded the dataset or the place
     */
    Known of(DatasetId id, SiteId site, String operation, Instant at) {
        return known(dataset(id), site, operation, at);
    }

    /**
     * The same for advice, which people of this State alone are given: a secret dataset of another State is to them as one that nobody has recorded, but at a
     * place on their own soil where a copy lies, or is to lie.
     *
     * @throws Failure NOT_KNOWN if nobody has recorded the dataset or the place, or this is not for them to know
     */
    Known advised(DatasetId id, SiteId site, String operation, Instant at) {
        Dataset dataset = dataset(id);
        // Before the place is looked at: what is said of that would tell that the dataset is known.
        if (!registry.toOwnPeople().shows(id, dataset) && !lies(id, dataset, site)) {
            throw unknown(id);
        }
        return known(dataset, site, operation, at);
    }

    private boolean lies(DatasetId id, Dataset dataset, SiteId site) {
        return registry.replica(id, site)
                .filter(copy ->
                        registry.toOwnPeople().shows(id, dataset, copy.state().country()))
                .isPresent();
    }

    private Dataset dataset(DatasetId id) {
        return registry.dataset(id).orElseThrow(() -> unknown(id));
    }

    private Known known(Dataset dataset, SiteId site, String operation, Instant at) {
        return Known.of(dataset, place(site, dataset.id(), dataset.home()), operation, registers, at);
    }

    private static Failure unknown(DatasetId id) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Aucun État n'a inscrit de jeu de données " + id + " ; vérifiez l'identifiant.",
                "No State has recorded a dataset " + id + "; check the identifier.");
    }

    /**
     * What is known of a place, by the word of the State that it stands in; by the home State's outside the federation.
     *
     * @throws Failure NOT_KNOWN if that State has not recorded it
     */
    KnownPlace place(SiteId id, DatasetId dataset, State home) {
        State authority = id.state().orElse(home);
        Site site = registry.site(id, authority)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "L'État " + authority.french() + " n'a pas inscrit de site " + id
                                + ", ou son journal n'est pas encore lu ici ; vérifiez l'identifiant.",
                        authority.english() + " has not recorded a site " + id
                                + ", or its journal is not read here yet; check the identifier."));
        boolean counted = registry.replica(dataset, id)
                .filter(copy -> copy.state().status().isThere())
                .isPresent();
        return new KnownPlace(site, registry.quotaLeftGb(id), counted);
    }

    /** Whether a whole copy of the dataset lies at the site, or may. */
    boolean holdsCopy(DatasetId dataset, SiteId site) {
        return registry.replica(dataset, site)
                .filter(copy -> copy.state().status().isCopy())
                .isPresent();
    }

    /** What the register of each State's authority says; States that say nothing are absent. */
    Map<State, String> authorisations(DatasetId dataset, String operation, Country destination, Instant at) {
        return Known.authorisations(registers, dataset, operation, destination, at);
    }
}
