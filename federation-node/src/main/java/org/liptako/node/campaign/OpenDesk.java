package org.liptako.node.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignCopy;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;

/** Opens campaigns. The same again does nothing twice. Thread-safe. */
final class OpenDesk {
    private static final int MOST_COPIES = 1_000;
    private static final int PAGE = 1_000;

    private final Jdbi jdbi;
    private final Journal journal;
    private final Registry registry;
    private final Deadlines deadlines;
    private final CampaignStore store = new CampaignStore();

    OpenDesk(Jdbi jdbi, Journal journal, Registry registry, Deadlines deadlines) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.registry = registry;
        this.deadlines = deadlines;
    }

    /** A copy that is asked for by name; what is empty is as the catalogue and the rules say. */
    record Named(DatasetId dataset, Optional<SiteId> site, Optional<String> owner, Optional<Instant> deadline) {}

    /**
     * What is to be opened.
     *
     * @param copies those asked for by name; none for all that are in no campaign yet
     * @param deadline for copies that have none of their own, and for which the rules set none
     */
    record Opening(
            CampaignId campaign,
            String title,
            List<Named> copies,
            Optional<SiteId> site,
            Optional<String> owner,
            Optional<Instant> deadline) {
        Opening {
            copies = List.copyOf(copies);
        }
    }

    /** @throws Failure OTHER_STATE_DECIDES, NAME_TAKEN, NOT_KNOWN, NOT_READY, INVALID_REQUEST or TOO_MUCH; then nothing is opened */
    void open(Caller caller, Opening opening) {
        if (!opening.campaign().state().equals(Optional.of(journal.state()))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le nom d'une campagne de cet État commence par "
                            + journal.state().name() + "-, et non comme " + opening.campaign() + ".",
                    "The name of a campaign of this State begins with "
                            + journal.state().name() + "-, not like " + opening.campaign() + ".");
        }
        Optional<Campaign> known = jdbi.withHandle(handle -> store.find(handle, opening.campaign()));
        if (known.isPresent()) {
            jdbi.useHandle(handle -> mustBeTheSame(handle, known.get(), opening));
            return;
        }
        // The catalogue is read before the journal is held.
        List<CampaignCopy> copies = jdbi.withHandle(handle -> copies(handle, opening));
        journal.appendUnsaid(handle -> {
            Optional<Campaign> before = store.find(handle, opening.campaign());
            if (before.isPresent()) {
                mustBeTheSame(handle, before.get(), opening);
                return List.of();
            }
            copies.forEach(copy -> mustBeFree(handle, copy.dataset(), copy.site()));
            return List.of(new CampaignOpened(
                    journal.now(),
                    opening.campaign(),
                    opening.title(),
                    copies,
                    caller.party().toString()));
        });
    }

    private void mustBeFree(Handle handle, DatasetId dataset, SiteId site) {
        store.openOf(handle, dataset, site).ifPresent(other -> {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La copie de " + dataset + " à " + site + " est déjà dans la campagne " + other + ".",
                    "The copy of " + dataset + " at " + site + " is in the campaign " + other + " already.");
        });
    }

    /** A copy that is named anew, or was withdrawn since, is not in it: it must not seem to be. */
    private void mustBeTheSame(Handle handle, Campaign before, Opening opening) {
        Map<DatasetId, List<RepatriatedCopy>> copies =
                store.copies(handle, before.id()).stream().collect(Collectors.groupingBy(RepatriatedCopy::dataset));
        List<List<RepatriatedCopy>> meant = opening.copies().stream()
                .map(named -> copies.getOrDefault(named.dataset(), List.of()).stream()
                        .filter(copy -> isNamed(copy, named))
                        .toList())
                .toList();
        meant.forEach(OpenCampaigns::mustNotAllBeWithdrawn);
        if (meant.stream().anyMatch(List::isEmpty) || !before.title().equals(opening.title())) {
            throw Failure.of(
                    ErrorCode.NAME_TAKEN,
                    "Le nom " + before.id() + " est celui de la campagne « " + before.title()
                            + " », d'un autre titre ou d'autres copies ; choisissez-en un autre.",
                    "The name " + before.id() + " is that of the campaign \"" + before.title()
                            + "\", of another title or other copies; choose another.");
        }
    }

    private static boolean isNamed(RepatriatedCopy copy, Named named) {
        return copy.dataset().equals(named.dataset())
                && named.site().filter(site -> !site.equals(copy.site())).isEmpty();
    }

    private List<CampaignCopy> copies(Handle handle, Opening opening) {
        List<CampaignCopy> copies = new ArrayList<>();
        if (opening.copies().isEmpty()) {
            for (ReplicaStatement copy : abroad(opening.site())) {
                boolean free = store.openOf(handle, copy.dataset(), copy.site()).isEmpty();
                if (free) {
                    CampaignCopy named = copy(copy, Optional.empty(), opening.deadline());
                    if (opening.owner()
                            .filter(owner -> !owner.equals(named.owner()))
                            .isEmpty()) {
                        copies.add(named);
                    }
                }
            }
        } else {
            opening.copies().forEach(named -> copies.add(named(handle, named, opening.deadline())));
        }
        return checked(copies);
    }

    private static List<CampaignCopy> checked(List<CampaignCopy> copies) {
        if (copies.isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Aucune copie de ce choix n'est inscrite hors de la fédération (EXTERNAL) sans être déjà dans une"
                            + " campagne ; importez-les d'abord (liptako register import).",
                    "No copy of this choice is registered outside the federation (EXTERNAL) and in no campaign yet;"
                            + " import them first (liptako register import).");
        }
        if (copies.size() > MOST_COPIES) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "La campagne compterait " + copies.size() + " copies, plus de " + MOST_COPIES
                            + " ; ouvrez-en une par site ou par ministère.",
                    "The campaign would have " + copies.size() + " copies, more than " + MOST_COPIES
                            + "; open one for each site or ministry.");
        }
        boolean twice = copies.stream()
                        .map(copy -> copy.dataset() + "/" + copy.site())
                        .distinct()
                        .count()
                < copies.size();
        if (twice) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Une même copie est nommée deux fois ; nommez-la une fois.",
                    "One copy is named twice; name it once.");
        }
        return copies;
    }

    private CampaignCopy named(Handle handle, Named named, Optional<Instant> deadline) {
        if (!named.dataset().home().equals(Optional.of(journal.state()))) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Le jeu " + named.dataset() + " n'est pas de cet État, qui ne rapatrie que les siens.",
                    "Dataset " + named.dataset() + " is not this State's, which repatriates its own alone.");
        }
        List<ReplicaStatement> found = registry.replicas(named.dataset()).stream()
                .filter(OpenDesk::isAbroad)
                .filter(copy ->
                        named.site().filter(site -> !site.equals(copy.site())).isEmpty())
                .toList();
        if (found.size() != 1) {
            String where = named.site().map(site -> " (" + site + ")").orElse("");
            throw found.isEmpty()
                    ? Failure.of(
                            ErrorCode.NOT_KNOWN,
                            "Aucune copie de " + named.dataset() + where + " n'est inscrite hors de la fédération"
                                    + " (EXTERNAL) ; importez-la d'abord (liptako register import).",
                            "No copy of " + named.dataset() + where + " is registered outside the federation"
                                    + " (EXTERNAL); import it first (liptako register import).")
                    : Failure.of(
                            ErrorCode.INVALID_REQUEST,
                            named.dataset() + " a " + found.size()
                                    + " copies hors de la fédération ; dites à quel site.",
                            named.dataset() + " has " + found.size() + " copies outside the federation; say at which"
                                    + " site.");
        }
        ReplicaStatement copy = found.getFirst();
        mustBeFree(handle, copy.dataset(), copy.site());
        return copy(copy, named.owner(), named.deadline().or(() -> deadline));
    }

    /** A day must be known for each: overdue is what nobody can say of a copy without one. */
    private CampaignCopy copy(ReplicaStatement copy, Optional<String> owner, Optional<Instant> deadline) {
        Dataset dataset = registry.dataset(copy.dataset())
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Le jeu " + copy.dataset() + " n'est pas au catalogue ; importez-le d'abord.",
                        "Dataset " + copy.dataset() + " is not in the catalogue; import it first."));
        if (deadline.isEmpty() && deadlines.judged(copy.dataset(), copy.site()).isEmpty()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Aucune règle en vigueur ne fixe de jour pour la copie de " + copy.dataset() + " à " + copy.site()
                            + " ; dites-en un (--deadline).",
                    "No rule in force sets a day for the copy of " + copy.dataset() + " at " + copy.site()
                            + "; say one (--deadline).");
        }
        return new CampaignCopy(
                copy.dataset(), copy.site(), owner.orElse(dataset.owner()), dataset.sizeGb(), deadline.orElse(null));
    }

    private List<ReplicaStatement> abroad(Optional<SiteId> site) {
        List<ReplicaStatement> abroad = new ArrayList<>();
        String prefix = journal.state().name() + "-";
        Page page = new Page("", "", prefix, PAGE);
        List<ReplicaStatement> read;
        do {
            read = registry.replicas(page);
            read.stream()
                    .filter(OpenDesk::isAbroad)
                    .filter(copy -> site.filter(one -> !one.equals(copy.site())).isEmpty())
                    .forEach(abroad::add);
            if (!read.isEmpty()) {
                ReplicaStatement last = read.getLast();
                page = new Page(last.dataset().value(), last.site().value(), prefix, PAGE);
            }
        } while (read.size() == PAGE);
        return abroad;
    }

    private static boolean isAbroad(ReplicaStatement copy) {
        return copy.authoritative() && copy.state().status() == ReplicaStatus.EXTERNAL;
    }
}
