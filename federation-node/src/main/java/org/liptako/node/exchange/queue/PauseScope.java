package org.liptako.node.exchange.queue;

import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/** What an operator holds back. */
public sealed interface PauseScope {
    /** Every transfer into this site. */
    record Everything() implements PauseScope {
        @Override
        public boolean covers(GrantSerial transfer, State from) {
            return true;
        }

        @Override
        public String key() {
            return "ALL";
        }
    }

    /** Whatever comes from a State. */
    record FromState(State source) implements PauseScope {
        @Override
        public boolean covers(GrantSerial transfer, State from) {
            return from == source;
        }

        @Override
        public String key() {
            return source.name();
        }
    }

    /** One transfer. */
    record OneTransfer(GrantSerial grant) implements PauseScope {
        @Override
        public boolean covers(GrantSerial transfer, State from) {
            return transfer.equals(grant);
        }

        @Override
        public String key() {
            return grant.value();
        }
    }

    /** Whether it holds back a transfer from a State. */
    boolean covers(GrantSerial transfer, State from);

    /** The scope that a text means. */
    static PauseScope of(String key) {
        if (key.equals(new Everything().key())) {
            return new Everything();
        }
        return State.ofCode(key).<PauseScope>map(FromState::new).orElseGet(() -> new OneTransfer(new GrantSerial(key)));
    }

    /** The text under which it is kept; no two scopes have the same. */
    String key();
}
