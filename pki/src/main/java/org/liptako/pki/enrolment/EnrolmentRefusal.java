package org.liptako.pki.enrolment;

import org.liptako.pki.wording.Bilingual;

/** Why no certificate was given: to the asker, what is wrong and how to mend it. */
public enum EnrolmentRefusal implements Bilingual {
    /** Unknown, used, or expired: which of them is nobody's business. */
    TOKEN(
            "Le jeton d'inscription est inconnu, a déjà servi ou a expiré : demandez-en un autre à l'administrateur de l'État.",
            "The enrolment token is unknown, was used, or has expired: ask the State's administrator for another."),
    REQUEST(
            "La demande de certificat est mal formée, ou sa clé n'est pas utilisable : faites une nouvelle clé P-256 et une nouvelle demande.",
            "The certificate request is malformed, or its key cannot be used: make a new P-256 key and request."),
    BARRED_KEY(
            "La clé est celle d'une autorité, ou a déjà été certifiée : faites une nouvelle clé.",
            "The key belongs to an authority, or was certified before: make a new key."),
    FORMER_CERTIFICATE(
            "L'ancien certificat n'a pas été délivré par les autorités de cet État, ou ne nomme personne : demandez un jeton d'inscription à l'administrateur de l'État.",
            "The former certificate was not issued by this State's authorities, or names no party: ask the State's administrator for an enrolment token."),
    REVOKED(
            "L'ancien certificat est révoqué : seul un nouveau jeton d'inscription fait revenir son titulaire.",
            "The former certificate is revoked: only a new enrolment token brings the party back."),
    TOO_LATE(
            "L'ancien certificat a expiré depuis trop longtemps : demandez un jeton d'inscription à l'administrateur de l'État.",
            "The former certificate expired too long ago: ask the State's administrator for an enrolment token."),
    NOT_RENEWABLE(
            "Le certificat d'une personne ne se renouvelle pas par sa seule clé : demandez un jeton d'inscription.",
            "A person's certificate is not renewed by its key alone: ask for an enrolment token."),
    NOT_HOLDER(
            "Le renouvellement n'est pas signé par la clé de l'ancien certificat : signez-le avec elle.",
            "The renewal is not signed by the former certificate's key: sign it with that key."),
    SAME_KEY(
            "Un renouvellement apporte une clé neuve, et celle-ci est l'ancienne : faites une nouvelle clé.",
            "A renewal brings a fresh key, and this is the former one: make a new key.");

    private final String french;
    private final String english;

    EnrolmentRefusal(String french, String english) {
        this.french = french;
        this.english = english;
    }

    @Override
    public String french() {
        return french;
    }

    @Override
    public String english() {
        return english;
    }
}
