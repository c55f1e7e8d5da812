package dev.elm4j.archive;

import java.util.List;

/** One bin per category; the measure is the category's number, from 0. */
record CategoryScale(List<String> categories) implements Scale {

    CategoryScale {
        categories = List.copyOf(categories);
    }

    @Override
    public double min() {
        return -0.5;
    }

    @Override
    public double max() {
        return categories.size() - 0.5;
    }

    @Override
    public int bins() {
        return categories.size();
    }

    @Override
    public double edge(int i) {
        return i - 0.5;
    }

    @Override
    public int binOf(double measure) {
        int bin = (int) measure;
        if (bin != measure || bin < 0 || bin >= categories.size()) {
            throw new IllegalArgumentException("There is no category number %s; there are 0 to %d: %s."
                    .formatted(measure, categories.size() - 1, String.join(", ", categories)));
        }
        return bin;
    }
}
