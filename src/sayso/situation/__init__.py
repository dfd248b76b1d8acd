"""Events to the situation on a date: control, displacement, casualties, conditions."""
