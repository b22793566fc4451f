"""The shape of what is typed in this room."""

from app.cash.forms.shifts import CountForm, OpenShiftForm, RegisterForm, field_of

__all__ = ["CountForm", "OpenShiftForm", "RegisterForm", "field_of"]
