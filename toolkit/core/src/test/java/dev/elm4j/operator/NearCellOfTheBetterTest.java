package dev.elm4j.operator;

class NearCellOfTheBetterTest extends SelectionContract {

    @Override
    Selection selection() {
        return Selection.nearCell(0.5);
    }

    @Override
    boolean even() {
        return false;
    }
}
