package org.liptako.node.inquiry;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.RegistryCoverage;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** Answers whoever may ask, and records that they asked before they are told. Thread-safe. */
@Singleton
public final class InquiryDesk {
    private static final int EXPORT_PAGE = 1_000;
    private static final int MOST_TRIMS = 100;

    private final Answers answers;
    private final InquiryStore inquiries;
    private final TrimStore trims;
    private final RegistryCoverage coverage;
    private final State own;

    InquiryDesk(Jdbi jdbi, RegistryCoverage coverage, NodeConfig node) {
        this.answers = new Answers(jdbi);
        this.inquiries = new InquiryStore(jdbi);
        this.trims = new TrimStore(jdbi);
        this.coverage = coverage;
        this.own = node.state();
    }

    /** A page of an answer. */
    public Answer ask(Caller caller, Asked asked, Cursor after, int most) {
        mayAsk(caller, asked.question());
        long rows = 0;
        try {
            Answer answer = page(caller, asked, after, most);
            rows = answer.page().rows().size();
            return answer;
        } finally {
            // By one commit, behind which alone the answer leaves; what is refused was asked all the same.
            inquiries.record(said(caller, asked, ""), rows);
        }
    }

    /** All of an answer, page by page as they are taken; the registry may learn more meanwhile. */
    public Iterator<Answer> export(Caller caller, Asked asked, String format) {
        mayAsk(caller, asked.question());
        return new Pages(caller, asked, format);
    }

    private final class Pages implements Iterator<Answer> {
        private final Caller caller;
        private final Asked asked;
        private final String format;
        private OptionalLong id = OptionalLong.empty();
        private Cursor next = Cursor.START;
        private boolean ended;
        private long rows;

        private Pages(Caller caller, Asked asked, String format) {
            this.caller = caller;
            this.asked = asked;
            this.format = format;
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public Answer next() {
            if (ended) {
                throw new NoSuchElementException("the answer has no further page");
            }
            try {
                Answer answer = page(caller, asked, next, EXPORT_PAGE);
                rows += answer.page().rows().size();
                next = answer.page().next();
                ended = next.isStart();
                return answer;
            } finally {
                // Before each page leaves: what was given of an export that is broken off was given all the same.
                recordGiven();
            }
        }

        private void recordGiven() {
            if (id.isPresent()) {
                inquiries.given(id.getAsLong(), rows);
            } else {
                id = OptionalLong.of(inquiries.record(said(caller, asked, format), rows));
            }
        }
    }

    /** Who asked what: all of it for a regulator of this State, their own questions for everybody else. */
    public List<InquiryStore.Inquiry> inquiries(Caller caller, InquiryStore.Place from, int most) {
        return inquiries.list(seesAll(caller) ? Optional.empty() : Optional.of(name(caller)), from, most);
    }

    /** Before which instant questions are kept no longer; empty if all are there. */
    public Optional<Instant> keptSince() {
        return trims.keptSince();
    }

    /** When questions were dropped, the latest first; how many were is for whoever may see them all. */
    List<TrimStore.Trim> trims(Caller caller) {
        return seesAll(caller) ? trims.list(MOST_TRIMS) : List.of();
    }

    /** Whether somebody is shown what others have asked. */
    public boolean seesAll(Caller caller) {
        return caller.role() == Role.REGULATOR && caller.state() == own;
    }

    private static InquiryStore.Said said(Caller caller, Asked asked, String format) {
        return new InquiryStore.Said(asked.now(), name(caller), asked.question().key(), asked.sentence(), format);
    }

    /** Under which name a caller's questions are kept and recorded. */
    static String name(Caller caller) {
        return caller.party().toString();
    }

    private Answer page(Caller caller, Asked asked, Cursor after, int most) {
        Page page = answers.page(asked, new Disclosure(caller.state()), after, most);
        return new Answer(asked, page, coverage.now(), leftOut(caller.state(), asked));
    }

    /** The same sentence whether there is any such dataset or not: else it would tell. */
    private static Optional<Sentence> leftOut(State reader, Asked asked) {
        boolean ownOnly = asked.stateIfAny().filter(reader::equals).isPresent()
                || asked.datasetIfAny()
                        .flatMap(dataset -> dataset.home().filter(reader::equals))
                        .isPresent();
        return ownOnly
                ? Optional.empty()
                : Optional.of(new Sentence(
                        "S'il existe des jeux secrets d'un autre État qui ne concernent pas " + reader
                                + ", cette réponse ne les montre pas.",
                        "If there are secret datasets of another State that do not concern " + reader
                                + ", this answer does not show them."));
    }

    /** Whether somebody may ask a question. */
    public boolean isOpen(Question question, Caller caller) {
        boolean answerer = caller.role() == Role.OPERATOR || caller.role() == Role.OFFICER;
        return !question.isRestricted() || caller.role() == Role.REGULATOR || (answerer && caller.state() == own);
    }

    private void mayAsk(Caller caller, Question question) {
        if (isOpen(question, caller)) {
            return;
        }
        if (caller.role() != Role.OPERATOR && caller.role() != Role.OFFICER) {
            throw Failure.of(
                    ErrorCode.ROLE_NOT_ENTITLED,
                    "La question « " + question.key()
                            + " » porte sur des décisions ; elle est ouverte aux rôles OPERATOR, OFFICER et REGULATOR.",
                    "The question \"" + question.key()
                            + "\" is about decisions; it is open to the roles OPERATOR, OFFICER and REGULATOR.");
        }
        throw Failure.of(
                ErrorCode.STATE_NOT_ENTITLED,
                "La question « " + question.key()
                        + " » porte sur des décisions ; d'un autre État, seul le régulateur la pose ici. Adressez-vous au nœud du vôtre.",
                "The question \"" + question.key()
                        + "\" is about decisions; of another State, only a regulator may ask it here. Turn to your own State's node.");
    }
}
