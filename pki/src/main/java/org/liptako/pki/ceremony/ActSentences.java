package org.liptako.pki.ceremony;

/** What an act makes, in the words of the transcript. */
final class ActSentences {
    private ActSentences() {}

    static String french(Act act) {
        return switch (act) {
            case Act.MakeRoot root -> "Clé et certificat de la racine " + root.number();
            case Act.MakeRequest request -> "Clé d'autorité « " + request.key() + " » et sa demande de certificat";
            case Act.SignStateCa ca ->
                "Certificat de la CA d'État de " + ca.state().french() + ", signé par la racine";
            case Act.SignIssuingCa ca ->
                switch (ca.authority()) {
                    case NODE_CA ->
                        "Certificat de la CA des nœuds de " + ca.state().french();
                    case PEOPLE_CA ->
                        "Certificat de la CA des personnes de " + ca.state().french();
                };
            case Act.SignLeaf leaf -> "Certificat de " + leaf.party();
            case Act.SignRevocationList list ->
                "Liste de révocation n° " + list.number() + ", certificats révoqués : "
                        + list.revoked().size();
            case Act.RollOver roll -> "Certificats croisés vers la racine " + roll.number();
            case Act.DrawTrustState drawn ->
                "État de confiance n° " + drawn.draft().number() + ", à signer"
                        + drawn.draft().terms().french();
            case Act.SignDocument signed ->
                "Signatures sous « " + signed.document().getFileName() + " », personnes : "
                        + signed.by().size();
        };
    }

    static String english(Act act) {
        return switch (act) {
            case Act.MakeRoot root -> "Key and certificate of root " + root.number();
            case Act.MakeRequest request -> "Authority key \"" + request.key() + "\" and its certificate request";
            case Act.SignStateCa ca ->
                "Certificate of the State CA of " + ca.state().english() + ", signed by the root";
            case Act.SignIssuingCa ca ->
                switch (ca.authority()) {
                    case NODE_CA ->
                        "Certificate of the node CA of " + ca.state().english();
                    case PEOPLE_CA ->
                        "Certificate of the people CA of " + ca.state().english();
                };
            case Act.SignLeaf leaf -> "Certificate of " + leaf.party();
            case Act.SignRevocationList list ->
                "Revocation list no. " + list.number() + ", certificates revoked: "
                        + list.revoked().size();
            case Act.RollOver roll -> "Cross-certificates to root " + roll.number();
            case Act.DrawTrustState drawn ->
                "Trust state no. " + drawn.draft().number() + ", to be signed"
                        + drawn.draft().terms().english();
            case Act.SignDocument signed ->
                "Signatures under \"" + signed.document().getFileName() + "\", people: "
                        + signed.by().size();
        };
    }
}
