package org.liptako.node.registry.table;

import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;

/** Why what stands in a cell cannot be taken, whatever it should mean. */
public enum CellFault implements Mistake {
    TOO_LONG(
            "La case porte plus de " + TableCell.LONGEST + " caractères ; abrégez-la.",
            "The cell holds more than " + TableCell.LONGEST + " characters; shorten it."),
    UNPRINTABLE(
            "La case porte un caractère qui ne s'imprime pas ; écrivez-la de nouveau.",
            "The cell holds a character that cannot be printed; write it again."),
    ERROR_VALUE(
            "La case porte l'erreur « %s » du tableur ; corrigez sa formule ou écrivez la valeur.",
            "The cell holds the spreadsheet's error \"%s\"; mend its formula or write the value."),
    NOT_COMPUTED(
            "La formule de la case n'a jamais été calculée ; ouvrez le classeur, laissez-le calculer et enregistrez-le, ou écrivez la valeur.",
            "The cell's formula was never computed; open the workbook, let it compute and save it, or write the value."),
    NOT_A_NUMBER_OF_ANYTHING(
            "Le nombre « %s » de la case est hors de toute mesure ; écrivez-le de nouveau.",
            "The cell's number \"%s\" is beyond all measure; write it again.");

    private final String fr;
    private final String en;

    CellFault(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    @Override
    public Bilingual wording() {
        return new Bilingual(fr, en);
    }
}
