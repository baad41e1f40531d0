package org.liptako.node.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.ChallengeStatement;
import org.liptako.node.registry.ChallengeWords;
import org.liptako.node.registry.CopyCircumstances;
import org.liptako.node.registry.CustodyStatement;
import org.liptako.node.registry.ErasureAbroad;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.Source;
import org.liptako.node.registry.Whereabouts;
import org.liptako.pki.name.SiteId;

/** Puts the copies of a dataset into words, one card a place. */
final class CopyCards {
    private static final int DIGEST_SHOWN = 12;

    private final Whereabouts found;
    private final CopyCircumstances beside;
    private final Map<SiteId, Site> sites;
    private final Words words;
    private final boolean receipts;
    private final PlaceRows places;

    private CopyCards(Whereabouts found, Map<SiteId, Site> sites, Words words, boolean receipts) {
        this.receipts = receipts;
        this.found = found;
        this.beside = found.beside();
        this.sites = sites;
        this.words = words;
        this.places = new PlaceRows(words);
    }

    /**
     * The cards in the order of their places; at each, the State with the last word speaks first.
     *
     * @param receipts whether the reader may have receipts made
     */
    static List<CopyCard> of(Whereabouts found, Map<SiteId, Site> sites, Words words, boolean receipts) {
        CopyCards cards = new CopyCards(found, sites, words, receipts);
        Collection<List<ReplicaStatement>> byPlace = found.copies().stream()
                .collect(Collectors.groupingBy(ReplicaStatement::site, LinkedHashMap::new, Collectors.toList()))
                .values();
        return byPlace.stream().map(cards::card).toList();
    }

    private CopyCard card(List<ReplicaStatement> said) {
        ReplicaStatement copy = said.getFirst();
        ReplicaStatus status = beside.status(copy);
        Source source = copy.source();
        return new CopyCard(
                place(copy),
                keys(copy),
                words.of("status." + status),
                CopyTone.of(status, isGone(copy)),
                source.heldFrom().toString(),
                words.of(source.heldFrom()),
                said(source),
                proofs(copy),
                beside.grant(copy).map(this::allowed).orElseGet(() -> allowedOtherwise(copy)),
                beside.grant(copy).map(GrantSummary::rules).orElse(List.of()).stream()
                        .map(rule -> CitedRow.of(rule, words))
                        .toList(),
                objections(copy),
                receipts ? ReceiptLinks.ofCopy(copy, words) : List.of(),
                said.stream().skip(1).map(this::other).toList());
    }

    private PlaceRow place(ReplicaStatement copy) {
        Site site = sites.get(copy.site());
        if (site != null) {
            return places.row(site);
        }
        String unknown = words.of("unknown");
        return new PlaceRow(
                copy.site().value(), unknown, words.of(copy.state().country()), unknown, unknown, unknown, unknown);
    }

    private String keys(ReplicaStatement copy) {
        if (!copy.state().encrypted()) {
            return words.of("keys.clear");
        }
        Dataset dataset = found.dataset();
        return beside.keyEnd(copy)
                .map(end -> words.of("keys.ended", words.of(end.at())))
                .orElseGet(() -> dataset.keyCustodianState() == null
                        ? words.of("unknown")
                        : words.of(
                                "keys." + approved(dataset.keyCustodianApproved()),
                                words.of(dataset.keyCustodianState())));
    }

    private static String approved(@Nullable Boolean approved) {
        return approved == null ? "held" : approved ? "approved" : "unapproved";
    }

    private String said(Source source) {
        String said = words.of("said.entry", words.of(source.saidBy()), Long.toString(source.journalIndex()));
        return isWitnessed(source) ? said : words.of("said.unwitnessed", said);
    }

    /** Whether another State has seen the entry; also where none is awaited. */
    private boolean isWitnessed(Source source) {
        return found.coverage().stream()
                .filter(part -> part.state() == source.saidBy())
                .flatMapToLong(part -> part.witnessed().stream())
                .allMatch(size -> source.journalIndex() < size);
    }

    private List<NoteRow> proofs(ReplicaStatement copy) {
        List<NoteRow> proofs = new ArrayList<>();
        Instant from = copy.source().heldFrom();
        if (copy.state().status() == ReplicaStatus.SEALED && copy.authoritative()) {
            proofs.add(new NoteRow(words.of("proved.sealed", words.of(from), age(from)), CopyTone.GOOD));
        } else if (copy.state().status().isThere()) {
            proofs.add(
                    new NoteRow(words.of("proved.stated", words.of(copy.source().saidBy())), CopyTone.OPEN));
        }
        beside.challenges(copy).forEach(challenge -> proofs.add(proof(challenge)));
        return proofs;
    }

    private NoteRow proof(ChallengeStatement challenge) {
        Instant at = challenge.source().heldFrom();
        return new NoteRow(
                words.of(
                        "proved.challenge",
                        words.of(challenge.source().saidBy()),
                        words.of(at),
                        age(at),
                        words.of(ChallengeWords.of(challenge.result()))),
                challenge.result().outcome() == ChallengeOutcome.PROVED ? CopyTone.GOOD : CopyTone.BAD);
    }

    private String age(Instant then) {
        return Measures.age(then, beside.at(), words);
    }

    private String allowed(GrantSummary grant) {
        String states = grant.allowedBy().stream().map(words::of).collect(Collectors.joining(words.of("and")));
        return words.of(
                "allowed.under",
                states,
                words.of(grant.granted()),
                words.of(grant.expires()),
                grant.serial().value());
    }

    /** A copy that names a grant which is not known here did not come before the federation. */
    private String allowedOtherwise(ReplicaStatement copy) {
        return words.of(copy.state().grant() == null ? "allowed.before" : "allowed.unknown");
    }

    private List<NoteRow> objections(ReplicaStatement copy) {
        Stream<String> disputes = beside.disputes(copy).stream().map(this::dispute);
        Stream<String> silences = beside.silences(copy).stream().map(silence -> SilenceWords.of(silence, words));
        List<NoteRow> objections = new ArrayList<>(beside.findings(copy).stream()
                .map(finding ->
                        new NoteRow(finding(finding), finding.finding().isUndecided() ? CopyTone.OPEN : CopyTone.BAD))
                .toList());
        Stream.concat(disputes, silences)
                .map(text -> new NoteRow(text, CopyTone.BAD))
                .forEach(objections::add);
        erasure(copy)
                .map(text -> new NoteRow(text, isGone(copy) ? CopyTone.GOOD : CopyTone.OPEN))
                .ifPresent(objections::add);
        return objections;
    }

    private String finding(FindingStatement finding) {
        String articles = finding.finding().rules().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.id()), rule.legalBasis().stream().map(words::citation)))
                .distinct()
                .collect(Collectors.joining(words.of("and")));
        return words.of(
                "objection.finding",
                words.of(finding.source().saidBy()),
                words.of(finding.finding().words()),
                articles.isEmpty() ? words.of("finding.silent") : articles,
                words.of(finding.source().heldFrom()));
    }

    private String dispute(CustodyStatement dispute) {
        return words.of(
                "objection.custody",
                words.of(dispute.source().saidBy()),
                words.of(dispute.custody().words()),
                words.of(dispute.source().heldFrom()));
    }

    /** Of an erased copy, what an operator has signed of what its node cannot see. */
    private Optional<String> erasure(ReplicaStatement copy) {
        Optional<ErasureAbroad> abroad = beside.abroad(copy);
        if (abroad.isPresent()) {
            return abroad.map(end -> words.of(
                    "erasure.abroad",
                    String.join(words.of("and"), end.signers()),
                    end.document().hex().substring(0, DIGEST_SHOWN)));
        }
        if (copy.state().status() != ReplicaStatus.ERASED || copy.state().grant() == null) {
            return Optional.empty();
        }
        return Optional.of(beside.erasure(copy)
                .map(word -> word.statement()
                        .remainsUntil()
                        .map(day -> words.of("erasure.remains", Measures.day(day, words)))
                        .orElseGet(() -> words.of("erasure.gone")))
                .orElseGet(() -> words.of("erasure.awaited")));
    }

    private boolean isGone(ReplicaStatement copy) {
        return beside.erasure(copy)
                .filter(word -> word.statement().remainsUntil().isEmpty())
                .isPresent();
    }

    private String other(ReplicaStatement said) {
        return words.of(
                "other.word",
                words.of(said.source().saidBy()),
                words.of("status." + beside.status(said)),
                words.of(said.source().heldFrom()),
                Long.toString(said.source().journalIndex()));
    }
}
