package org.liptako.pki.enrolment;

/** Why no certificate was given. */
public enum EnrolmentRefusal {
    /** Unknown, used, or expired: which of them is nobody's business. */
    TOKEN("The enrolment token is unknown, was used, or has expired: ask the State's administrator for another."),
    REQUEST("The certificate request is malformed, or its key cannot be used: make a new P-256 key and request."),
    BARRED_KEY("The key belongs to an authority, or was certified before: make a new key."),
    FORMER_CERTIFICATE("The former certificate was not issued by this State's authorities, or names no party."),
    REVOKED("The former certificate is revoked: only a new enrolment token brings the party back."),
    TOO_LATE("The former certificate expired too long ago: ask the State's administrator for an enrolment token."),
    NOT_RENEWABLE("A person's certificate is not renewed by its key alone: ask for an enrolment token."),
    NOT_HOLDER("The renewal is not signed by the former certificate's key."),
    SAME_KEY("A renewal brings a fresh key, and this is the former one.");

    private final String sentence;

    EnrolmentRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for the asker: what, and how to mend it. */
    public String sentence() {
        return sentence;
    }
}
