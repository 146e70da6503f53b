package dev.students.docs.internal.pages;

import dev.students.docs.internal.model.Background;
import gg.jte.Content;

/** What holds before each scenario, with its description. */
public record BackgroundView(Background background, Content description) {}
