package org.liptako.policy.edition;

import org.liptako.policy.vocabulary.Bilingual;

/** Why an edition is refused, with one sentence in French and in English. The names are stable. */
public enum EditionRefusal {
    MALFORMED(
            "Le document de l'édition est tronqué, retouché ou mal formé : refaites-le par « liptako rules propose ».",
            "The edition's document is truncated, altered or malformed: draw it up again by \"liptako rules propose\"."),
    OTHER_JURISDICTION(
            "Ce nœud ne publie que les règles de son État et celles de l'AES : portez l'édition à un nœud de l'État concerné.",
            "This node publishes the rules of its own State and of the AES only: take the edition to a node of the State that they are of."),
    UNSIGNED(
            "L'édition ne porte aucune signature lisible : signez-la par « liptako sign ».",
            "The edition bears no signature that can be read: sign it by \"liptako sign\"."),
    NO_QUORUM("Les agents qui ont signé ne suffisent pas.", "The officers who signed are not enough."),
    OLD(
            "Une édition plus récente est déjà publiée : les éditions ne font qu'avancer.",
            "A newer edition is published already: editions only move forward."),
    FORKED(
            "L'édition ne suit pas celle qui est publiée ici : une autre de ce rang, ou d'une autre lignée, l'est déjà. Prévenez les agents juridiques des États.",
            "The edition does not follow the one that is published here: another of this number, or line, is already. Tell the legal officers of the States."),
    GAPPED(
            "Il manque des éditions avant celle-ci : publiez d'abord les précédentes.",
            "Editions are missing before this one: publish those before it first."),
    BACKDATED(
            "L'édition est datée d'avant celle qu'elle suit : établissez-la de nouveau.",
            "The edition is dated before the one that it follows: draw it up again."),
    FROM_THE_FUTURE(
            "L'édition est datée de l'avenir : vérifiez les horloges.",
            "The edition is dated in the future: check the clocks."),
    OTHER_VOCABULARY(
            "L'édition est écrite dans une version du vocabulaire qu'aucune édition de l'AES connue ici n'a publiée : publiez d'abord celle qui l'apporte, ou rédigez-la dans une version publiée.",
            "The edition is written in a version of the vocabulary that no edition of the AES known here has published: publish the one that brings it first, or write it in a published version."),
    VOCABULARY_NOT_COMMON(
            "L'édition apporte un vocabulaire, ce que seule une édition de l'AES peut faire : retirez-en « vocabulaire.yaml ».",
            "The edition brings a vocabulary, which only one of the AES may: take \"vocabulaire.yaml\" out of it."),
    VOCABULARY_INVALID(
            "Le vocabulaire que l'édition apporte ne suit pas celui qui est publié : partez de celui-ci et n'y faites qu'ajouter.",
            "The vocabulary that the edition brings does not follow the one that is published: start from that one and only add to it."),
    UNSIGNED_FILE(
            "Un fichier accompagne l'édition sans y être signé : retirez-le, ou proposez l'édition de nouveau.",
            "A file comes with the edition and is not signed in it: take it away, or propose the edition again."),
    FILE_MISSING(
            "Un fichier signé manque : joignez tous ceux que l'édition énumère.",
            "A signed file is missing: bring all that the edition lists."),
    FILE_CHANGED("Un fichier n'est plus celui qui a été signé.", "A file is no longer the one that was signed."),
    RULES_INVALID(
            "Les règles ne se chargent pas : corrigez-les d'après « liptako rules check », puis proposez de nouveau.",
            "The rules do not load: mend them after \"liptako rules check\", then propose again."),
    NOT_LAW(
            "Des règles n'ont pas de valeur juridique (statut: publie) ; seul un nœud de démonstration les admet.",
            "Rules have no legal value (statut: publie); only a demonstration node takes them."),
    NOT_A_RESTORATION(
            "Le retrait ne rétablit pas l'édition qui était en vigueur avant la plus récente, à l'identique.",
            "The withdrawal does not restore, unchanged, the edition that was in force before the newest one.");

    private final String fr;
    private final String en;

    EditionRefusal(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    /** What people read. */
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
