package org.liptako.pki.validation;

/** Why a chain is refused, with one sentence in French and in English. The names are stable: logs and tests use them. */
public enum RejectionReason {
    NO_CERTIFICATE("Aucun certificat n'est présenté.", "No certificate is presented."),
    TOO_MANY_CERTIFICATES(
            "La chaîne présente plus de certificats qu'il n'est permis.",
            "More certificates are presented than allowed."),
    CERTIFICATE_TOO_LARGE("Un certificat dépasse 16 Kio.", "A certificate is larger than 16 KiB."),
    MALFORMED(
            "Un certificat n'est pas un certificat X.509 v3 bien formé (RFC 5280, section 4.1).",
            "A certificate is not a well-formed X.509 v3 certificate (RFC 5280 section 4.1)."),
    ALGORITHM(
            "Un certificat emploie une clé ou une signature qui n'est pas admise.",
            "A certificate uses a key or a signature that is not allowed."),
    LEAF_IS_CA(
            "Le certificat présenté est celui d'une autorité et ne peut servir d'identité.",
            "The certificate presented is a CA's and cannot serve as an identity."),
    NO_PATH("La chaîne ne mène pas à la racine de l'AES.", "The chain does not lead to the AES root."),
    SIGNATURE(
            "Un certificat porte le nom de son émetteur mais n'est pas signé par lui.",
            "A certificate names its issuer but is not signed by it."),
    BUDGET_EXHAUSTED(
            "Les certificats présentés demandent plus de calcul qu'il n'est permis.",
            "The certificates presented ask for more work than allowed."),
    CHAIN_SHAPE(
            "La chaîne n'est pas : porteur, autorité émettrice, autorité de l'État, racine.",
            "The chain is not: bearer, issuing CA, State CA, root."),
    NOT_YET_VALID(
            "Un certificat de la chaîne n'est pas encore valable.", "A certificate of the chain is not valid yet."),
    EXPIRED("Un certificat de la chaîne a expiré.", "A certificate of the chain has expired."),
    TOO_MANY_NAMES(
            "Un certificat porte plus de noms, de contraintes ou de politiques qu'il n'est permis.",
            "A certificate carries more names, constraints or policies than allowed."),
    NAME_CONSTRAINTS(
            "Un nom sort du périmètre que la chaîne permet (RFC 5280, section 4.2.1.10).",
            "A name lies outside what the chain permits (RFC 5280 section 4.2.1.10)."),
    NOT_A_CA(
            "Un certificat de la chaîne en signe un autre sans être celui d'une autorité.",
            "A certificate of the chain signs another without being a CA's."),
    PATH_LENGTH(
            "Une autorité en crée une autre sans en avoir le droit (RFC 5280, section 4.2.1.9).",
            "A CA makes another CA without the right to (RFC 5280 section 4.2.1.9)."),
    CRITICAL_EXTENSION(
            "Un certificat porte une extension critique inconnue.",
            "A certificate carries an unknown critical extension."),
    PATH_INVALID(
            "La chaîne ne satisfait pas à la RFC 5280, section 6.", "The chain does not satisfy RFC 5280 section 6."),
    KEY_USAGE(
            "L'usage de clé d'un certificat n'est pas celui de sa place dans la chaîne.",
            "A certificate's key usage is not that of its place in the chain."),
    STATE_CA_UNBOUND(
            "L'autorité de l'État n'est pas tenue aux noms de cet État par des contraintes critiques.",
            "The State CA is not held to that State's names by critical constraints."),
    COMMON_NAME(
            "Le nom commun ressemble à un nom d'hôte : il doit contenir une espace.",
            "The common name could pass for a host name: it must contain a space."),
    ALTERNATIVE_NAMES(
            "Les noms alternatifs ne sont pas ceux que le profil admet : une URI, et un nom DNS pour un nœud.",
            "The alternative names are not those of the profile: one URI, and one DNS name for a node."),
    SPIFFE_NAME("L'URI n'est pas un nom SPIFFE de la fédération.", "The URI is not a SPIFFE name of the federation."),
    STATE_MISMATCH(
            "La chaîne, l'URI et le sujet ne désignent pas le même État.",
            "The chain, the URI and the subject do not name the same State."),
    ROLE_ISSUER(
            "L'autorité émettrice n'a pas le droit d'attribuer ce rôle.",
            "The issuing CA has no right to give this role."),
    EXTENDED_KEY_USAGE(
            "Les usages étendus ne sont pas ceux du rôle, ou sortent de ceux de l'autorité.",
            "The extended key usages are not the role's, or go beyond the CA's."),
    PURPOSE("Le certificat n'est pas fait pour cet usage.", "The certificate is not made for this purpose."),
    PEER_NAME(
            "Le serveur ne porte pas le nom sous lequel il a été appelé.",
            "The server does not bear the name it was called by."),
    POLICY(
            "Aucune politique de certification demandée ne vaut pour toute la chaîne (RFC 5280, section 6.1).",
            "No certificate policy that is asked for holds for the whole chain (RFC 5280 section 6.1)."),
    DISTRUSTED(
            "Une autorité de la chaîne n'est plus crue : elle est révoquée, ou cet État s'en défie.",
            "A CA of the chain is no longer believed: it is revoked, or this State distrusts it."),
    REVOKED("Un certificat de la chaîne est révoqué.", "A certificate of the chain is revoked."),
    REVOCATION_UNKNOWN(
            "Aucune liste de révocation à jour ne dit si un certificat de la chaîne est révoqué.",
            "No current revocation list tells whether a certificate of the chain is revoked.");

    private final String french;
    private final String english;

    RejectionReason(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
