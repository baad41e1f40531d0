package org.liptako.pki.constraint;

/** Mailboxes: one of them, all of one host, or all of the hosts beneath a domain. */
sealed interface MailSubtree extends Subtree<Mailbox> {
    /** {@code user@host}, {@code host}, or {@code .domain}; an asterisk stands for itself. */
    static MailSubtree parse(String text) throws MalformedConstraintException {
        if (text.indexOf('@') >= 0) {
            return new One(Mailbox.parse(text));
        }
        return text.startsWith(".") ? new Beneath(HostName.parse(text.substring(1))) : new OnHost(HostName.parse(text));
    }

    /** One mailbox. */
    record One(Mailbox mailbox) implements MailSubtree {
        @Override
        public boolean covers(Mailbox name) {
            return mailbox.equals(name);
        }
    }

    /** All mailboxes of one host. */
    record OnHost(HostName host) implements MailSubtree {
        @Override
        public boolean covers(Mailbox name) {
            return host.equals(name.host());
        }
    }

    /** All mailboxes of the hosts beneath a domain, the domain itself left out. */
    record Beneath(HostName domain) implements MailSubtree {
        @Override
        public boolean covers(Mailbox name) {
            return name.host().isBeneath(domain.text());
        }
    }
}
