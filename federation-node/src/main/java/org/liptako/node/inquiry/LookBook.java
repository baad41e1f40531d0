package org.liptako.node.inquiry;

import com.google.protobuf.Message;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.Looks;
import org.liptako.node.inquiry.LookTable.Look;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** Keeps the looks that are no questions beside the questions: one record of who asked what. Thread-safe. */
@Singleton
public final class LookBook implements Looks {
    private static final int MOST_OF_AN_ADDRESS = 400;

    private final InquiryStore inquiries;
    private final Clock clock;

    LookBook(Jdbi jdbi, Clock clock) {
        this.inquiries = new InquiryStore(jdbi);
        this.clock = clock;
    }

    @Override
    public boolean keeps(String method) {
        return LookTable.of(method).isPresent();
    }

    @Override
    public void looked(Caller caller, String method, Message request, long rows) {
        Look look = LookTable.of(method).orElseThrow();
        keep(caller, look.name(), look.of(request), rows);
    }

    /** Somebody is about to be shown a page or a file of the console. */
    public void page(Caller caller, String address) {
        String shown = Printable.line(address, MOST_OF_AN_ADDRESS);
        keep(caller, "page", new Sentence("La page " + shown, "The page " + shown), 0);
    }

    private void keep(Caller caller, String name, Sentence words, long rows) {
        inquiries.record(new InquiryStore.Said(clock.instant(), InquiryDesk.name(caller), name, words, ""), rows);
    }
}
